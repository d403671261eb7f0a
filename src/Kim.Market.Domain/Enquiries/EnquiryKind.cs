namespace Kim.Market.Domain.Enquiries;

/// <summary>What somebody wants of a village. The numbers are stored.</summary>
public enum EnquiryKind
{
    /// <summary>To put money or work into something that a village looks for.</summary>
    Investment,

    /// <summary>To come and see.</summary>
    Visit,

    /// <summary>To buy much, or regularly.</summary>
    Wholesale,

    /// <summary>A wish or a complaint of somebody who lives there (aspirasi warga).</summary>
    Aspiration,
}

public enum EnquiryStatus { Waiting, Answered, SetAside, Closed, Forgotten }

/// <summary>Why something is not answered. The numbers are stored.</summary>
public enum SetAsideReason
{
    Advertising,
    Abuse,

    /// <summary>Nothing that a KIM, a village or an office could answer.</summary>
    NoQuestion,
}

/// <summary>Who ended it. The numbers are stored.</summary>
public enum EnquiryEnd
{
    Asker,

    /// <summary>Nobody said anything for two weeks after an answer.</summary>
    Silence,
}
