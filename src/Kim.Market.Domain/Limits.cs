namespace Kim.Market.Domain;

/// <summary>How much of anything fits: declared once, tested at the edge, used by forms, tables and rules alike.</summary>
public static class Limits
{
    public const int Name = 100;
    public const int About = 2_000;
    public const int Unit = 20;
    /// <summary>What sets one of several options apart.</summary>
    public const int Option = 40;

    public const int PhotosPerProduct = 5;
    public const int AltText = 160;
    public const int Place = 200;
    public const int Note = 500;
    public const int BuyerName = 80;
    public const int BuyerAddress = 300;
    public const int BuyerNote = 200;

    /// <summary>Villages one KIM works in; a kecamatan has fewer than that.</summary>
    public const int GroupVillages = 60;

    /// <summary>Members of one KIM; a sensible number is thirty.</summary>
    public const int GroupMembers = 999;

    /// <summary>Products that one KIM shows before all others.</summary>
    public const int FeaturedProducts = 8;

    /// <summary>Characters of what a KIM announces on its page.</summary>
    public const int Announcement = 280;

    /// <summary>Characters of an address where a KIM can be followed.</summary>
    public const int ChannelAddress = 200;

    /// <summary>People on the board of one KIM, as its decree names them.</summary>
    public const int BoardSeats = 40;

    /// <summary>A remark beside a movement of stock, or beside what a product still lacks.</summary>
    public const int Remark = 200;

    /// <summary>Products that one certificate names; one that names none covers everything.</summary>
    public const int CertificateProducts = 60;

    /// <summary>Characters of the number of a trademark; its forms differ.</summary>
    public const int TrademarkNumber = 40;

    /// <summary>Certificates that one business has stated and not taken back.</summary>
    public const int Certificates = 20;

    /// <summary>Regions for which one business names a price of its own for bringing goods there.</summary>
    public const int DeliveryRates = 100;

    /// <summary>Characters in a payment code (EMV QR, merchant-presented).</summary>
    public const int Qris = 512;

    /// <summary>Characters of one part of a story.</summary>
    public const int StoryBlock = 3_000;

    /// <summary>Pictures in one story.</summary>
    public const int StoryPhotos = 6;
    public const int PotentialPhotos = 5;

    /// <summary>Numbers that one potential of a village names.</summary>
    public const int PotentialFigures = 8;

    /// <summary>Things that one prospectus of a village says; more than the fullest village has.</summary>
    public const int Claims = 1_500;

    /// <summary>Businesses and products that one story tells of.</summary>
    public const int StorySubjects = 30;

    /// <summary>Pictures that a buyer sends as proof of having paid one order.</summary>
    public const int PaymentProofs = 5;

    /// <summary>Pictures that show what is wrong with an order, of either side.</summary>
    public const int ComplaintPhotos = 3;

    /// <summary>How often seller, KIM and office speak about one complaint, all told.</summary>
    public const int ComplaintWords = 20;

    /// <summary>How often a review, and the reply to it, can be written anew.</summary>
    public const int ReviewChanges = 20;

    /// <summary>Attempts to pay one order by card.</summary>
    public const int CardAttempts = 20;

    /// <summary>Market days that one KIM holds and has not ended.</summary>
    public const int MarketDays = 10;

    /// <summary>People who ever stood in the line for one harvest.</summary>
    public const int QueuePlaces = 1_000;

    /// <summary>Characters of one thing that is said in an enquiry.</summary>
    public const int EnquiryText = 1_500;

    /// <summary>How often asker, KIM and office say something in one enquiry, all told.</summary>
    public const int EnquiryWords = 30;

    /// <summary>Characters of a question, and of an answer, as a KIM shows them to all.</summary>
    public const int EnquiryShown = 600;

    /// <summary>Questions that one number asks in a day.</summary>
    public const int EnquiriesADay = 5;

    /// <summary>Names on the web that a KIM calls its own at a time.</summary>
    public const int WebDomains = 3;

    /// <summary>Different products in one cart.</summary>
    public const int CartLines = 30;

    /// <summary>Pieces of one product in one cart.</summary>
    public const int Quantity = 999;

    /// <summary>Pieces of one product in stock.</summary>
    public const int Stock = 1_000_000;

    /// <summary>Lines that say what an event of coaching is about.</summary>
    public const int CoachingTopics = 8;

    /// <summary>People for whom there is room at an event of coaching.</summary>
    public const int CoachingCapacity = 5_000;

    /// <summary>KIM that are invited to one event of coaching; a province has fewer.</summary>
    public const int CoachingInvitations = 2_000;

    /// <summary>Letters of what a class of KIM is called.</summary>
    public const int ClassName = 30;

    /// <summary>People of one KIM who come to an event of coaching.</summary>
    public const int CoachingPeople = 200;

    /// <summary>KIM that enter one contest.</summary>
    public const int ContestEntries = 500;

    /// <summary>Goods that an office puts before all others at one time.</summary>
    public const int SelectionPicks = 24;

    /// <summary>Rupiah that a business sells elsewhere in one month by one way: whoever sells more is no micro business.</summary>
    public const long OutsideSale = 10_000_000_000;
}
