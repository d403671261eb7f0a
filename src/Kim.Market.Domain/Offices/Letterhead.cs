namespace Kim.Market.Domain.Offices;

/// <summary>The head of an office's papers.</summary>
/// <param name="Government">Whose office it is: <c>Pemerintah Kabupaten Contoh</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where it is, and how it is reached; no person's number.</param>
public sealed record Letterhead(string Government, string Name, string Address);
