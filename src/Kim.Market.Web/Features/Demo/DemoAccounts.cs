using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Installations;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>One sign-in of the demo, as the file in the data folder lists it.</summary>
public sealed record DemoSignIn(string Role, string Name, string Phone, string Password, string Scope);

/// <summary>Makes one account per role, each with a password drawn for this data folder alone.</summary>
public sealed class DemoAccounts(
    UserManager<Account> accounts, Marketplace marketplace, DemoCertificates certificates, DemoPotentials potentials, DemoEnquiries enquiries, DemoCoachings coachings, DemoAssessments assessments, DemoOutsideSales outside, DemoSelections selections, DemoContests contests, DemoTransfers transfers, DemoCorrections corrections, DemoConduct conduct, NpgsqlDataSource db)
{
    private const string File = "demo-accounts.json";
    private const string Seller = "0812-0000-9001";
    private const string Chair = "0812-0000-9002";
    private const string Officer = "0812-0000-9003";
    private const string Staff = "0812-0000-9004";
    private const string Curator = "0812-0000-9005";
    private const string Auditor = "0812-0000-9006";
    private const string Operator = "0812-0000-9007";

    /// <summary>Kutai Kartanegara, of which most of the demo tells.</summary>
    internal const string Regency = "64.02";

    // Without letters and digits that are read wrongly from a screen.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>What the demo's accounts are called; nobody else's are called so.</summary>
    internal static string[] UserNames { get; } = [.. new[] { Seller, Chair, Officer, Staff, Curator, Auditor, Operator }.Select(UserName)];

    public async Task<IReadOnlyList<DemoSignIn>> MakeAsync(
        DemoMarket market, DemoSupply supply, DemoCalendar calendar, string folder, CancellationToken ct)
    {
        var slug = await BusiestAsync(ct);
        var shop = market.Businesses.Single(business => business.Slug == slug);
        var group = market.Groups.Single(group => group.Key == shop.Kim);
        var at = calendar.Opening;
        var by = new Metadata(At: at);

        var seller = await AccountAsync("penjual", "Pemilik Lapak Contoh", Seller, shop.Name);
        await marketplace.TellAsync(
            supply.Businesses[shop.Key], (Business known) => known.Appoint(seller.Member, BusinessRole.Owner, at), by, ct);

        var staff = await AccountAsync("staf lapak", "Staf Lapak Contoh", Staff, shop.Name);
        await marketplace.TellAsync(
            supply.Businesses[shop.Key], (Business known) => known.Appoint(staff.Member, BusinessRole.Staff, at), by, ct);

        var chair = await AccountAsync("ketua KIM", "Ketua KIM Contoh", Chair, group.Name);
        await marketplace.TellAsync(
            supply.Groups[group.Key], (Group known) => known.Appoint(chair.Member, GroupRole.Chair, at), by, ct);

        var curator = await AccountAsync("kurator KIM", "Kurator KIM Contoh", Curator, group.Name);
        await marketplace.TellAsync(
            supply.Groups[group.Key], (Group known) => known.Appoint(curator.Member, GroupRole.Curator, at), by, ct);

        var region = RegionCode.Parse(group.Seat).Regency;
        var office = Id<Office>.New();
        var officer = await AccountAsync("petugas Diskominfo", "Petugas Contoh", Officer, region.Value);
        await marketplace.BeginAsync(office, Office.Open(office, region, at), by, ct);
        await marketplace.TellAsync(office, (Office known) => known.Appoint(officer.Member, OfficeRole.Officer, at), by, ct);
        await marketplace.TellAsync(
            office, (Office known) => known.SetLetterhead(new("Pemerintah Kabupaten Contoh", "Dinas Komunikasi dan Informatika", "Jalan Contoh 1"), at), by, ct);

        var auditor = await AccountAsync("pemeriksa", "Pemeriksa Contoh", Auditor, region.Value);
        await marketplace.TellAsync(office, (Office known) => known.Appoint(auditor.Member, OfficeRole.Auditor, at), by, ct);

        await certificates.MakeAsync(market, supply, office, region, shop, calendar, ct);
        await potentials.MakeAsync(supply, office, region, calendar, ct);
        await enquiries.MakeAsync(supply, calendar, ct);
        await coachings.MakeAsync(market, supply, office, region, calendar, ct);
        await contests.MakeAsync(office, region, new(officer.Member), calendar, ct);
        await selections.MakeAsync(office, region, calendar, ct);
        await assessments.MakeAsync(market, supply, office, region, calendar, ct);
        await outside.MakeAsync(market, supply, region, shop, calendar, ct);
        await corrections.MakeAsync(office, region, calendar, ct);
        await conduct.MakeAsync(market, supply, region, shop, calendar, ct);
        await transfers.MakeAsync(supply.Businesses[shop.Key], new(seller.Member), calendar.Now.AddMinutes(-1), ct);

        var runs = await AccountAsync("operator", "Operator Contoh", Operator, "Pasar KIM");
        await marketplace.TellAsync(Installation.Id, (Installation known) => Installation.Appoint(known, runs.Member, at), by, ct);

        DemoSignIn[] all =
        [
            seller.SignIn, chair.SignIn, officer.SignIn, staff.SignIn, curator.SignIn, auditor.SignIn, runs.SignIn,
        ];
        await KeepAsync(all, folder, ct);
        return all;
    }

    /// <summary>The sign-ins of a data folder that was seeded as a demo; none in any other.</summary>
    public static async Task<IReadOnlyList<DemoSignIn>> ReadAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, File);
        return System.IO.File.Exists(path)
            ? JsonSerializer.Deserialize(await System.IO.File.ReadAllBytesAsync(path, ct), SignInJson.Default.DemoSignInArray) ?? []
            : [];
    }

    // Who signs in as a seller wants to see something to do: the stall with most orders waiting, in the regency if it has any.
    private async Task<string> BusiestAsync(CancellationToken ct) => (await db.RowsAsync<string>(
        $"""
        select b.slug
        from businesses b
        left join orders o on o.business_id = b.business_id and o.status = {(short)OrderStatus.Placed}
        where b.status = {(short)BusinessStatus.Open}
        group by b.business_id
        order by b.village like {Regency + ".%"} desc, count(o.order_id) desc, b.slug
        limit 1
        """, ct))[0];

    // The passwords are written where only the owner of the folder reads them.
    private static async Task KeepAsync(DemoSignIn[] all, string folder, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        Directory.CreateDirectory(folder);
        await using var file = new FileStream(Path.Combine(folder, File), options);
        await JsonSerializer.SerializeAsync(file, all, SignInJson.Default.DemoSignInArray, ct);
    }

    private static string UserName(string phone) => WhatsAppNumber.Parse(phone).International;

    private async Task<(Id<Member> Member, DemoSignIn SignIn)> AccountAsync(string role, string name, string phone, string scope)
    {
        var password = RandomNumberGenerator.GetString(Letters, 12);
        var account = new Account { UserName = UserName(phone), Name = name };
        var made = await accounts.CreateAsync(account, password);
        return made.Succeeded
            ? (new(account.Id), new(role, name, phone, password, scope))
            : throw new InvalidOperationException($"The demo account for {role} could not be made: {made}.");
    }
}

/// <summary>How the file of sign-ins is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(DemoSignIn[]))]
internal sealed partial class SignInJson : JsonSerializerContext;
