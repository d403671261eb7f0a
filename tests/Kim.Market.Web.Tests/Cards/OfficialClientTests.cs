using System.Text;
using System.Text.Json.Nodes;
using Kim.Market.Domain.Payments;
using Kim.Market.Web.Features.Cards;

namespace Kim.Market.Web.Tests.Cards;

/// <summary>
/// Stripe's own client against the fake: what it does not understand, Stripe does not say. It needs Node and <c>npm ci --prefix
/// tests/stripe-client</c>; without them its frozen words stand in <see cref="SignatureTests"/>.
/// </summary>
public class OfficialClientTests
{
    private static readonly OtherProgram Theirs = new("stripe-client", "drive.mjs");

    [Fact]
    public async Task The_fake_says_what_their_client_expects_and_both_sign_alike()
    {
        Theirs.Needs("stripe");
        await using var fake = await FakeStripe.StartAsync();
        fake.Fail(409, 500); // their client asks again by itself
        var message = """{"id":"evt_1","object":"event","type":"checkout.session.completed","data":{"object":{"id":"cs_1","note":"amplang – Rp55.000"}}}""";
        var body = Encoding.UTF8.GetBytes(message);
        var told = await Theirs.AskAsync(
            $"{message}\nt={Now()},v1={StripeSignature.Of(Now(), body, CardMarket.Secret)}", fake.Address, FakeStripe.Key, CardMarket.Secret);

        Is("""{"status":"open","paid":"unpaid","amount":5500000,"currency":"idr","order":"order-1"}""", told, "first", without: "url");
        Assert.True((bool)told["isSame"]!);
        Is("""{"type":"StripeIdempotencyError","code":null,"status":400}""", told, "otherWords");
        Assert.True((bool)told["found"]!);
        Is("""{"type":"StripeInvalidRequestError","code":"resource_missing","status":404}""", told, "notThere");
        Is("""{"type":"StripeInvalidRequestError","code":"parameter_unknown","status":400}""", told, "strangeWord");
        Is("""{"type":"StripeInvalidRequestError","code":"parameter_invalid_integer","status":400}""", told, "noMoney");
        Is("""{"type":"StripeAuthenticationError","code":null,"status":401}""", told, "stranger");
        Assert.Equal("list", (string)told["list"]!);
        Is("""{"status":"complete","paid":"paid","hasPayment":true,"url":null}""", told, "paid");
        Is("""{"status":"succeeded","isSame":true}""", told, "refund");
        Is("""{"type":"StripeInvalidRequestError","code":"charge_already_refunded","status":400}""", told, "twice");
        Assert.Equal("expired", (string)told["expired"]!);

        Assert.Equal("checkout.session.completed", (string)told["event"]!);
        Assert.Equal("StripeSignatureVerificationError", (string)told["tampered"]!["type"]!);
        Assert.True(StripeSignature.IsGood((string)told["signed"]!, body, CardMarket.Secret, DateTimeOffset.UtcNow));
        Assert.False(StripeSignature.IsGood((string)told["signed"]!, [.. body, (byte)' '], CardMarket.Secret, DateTimeOffset.UtcNow));

        // their client and ours ask for the same thing in the same words
        Assert.True(CardKeys.TryRead(FakeStripe.Key, null, out var keys, out _));
        var ours = new StripePayments(new HttpClient { BaseAddress = new Uri(fake.Address) });
        await ours.OpenAsync(
            keys, new(Guid.NewGuid(), "PK-2611-000001", CardAmount.Of(new(55_000)), DateTimeOffset.UtcNow.AddHours(1), "ours", new Uri("https://pasar.example/")), default);
        var asked = fake.Requests.Where(seen => seen is { Method: "POST", Path: "/v1/checkout/sessions" }).ToList();
        Assert.Equal(asked[0].Form.Keys.Order(StringComparer.Ordinal), asked[^1].Form.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("5500000", asked[^1].Form["line_items[0][price_data][unit_amount]"]);
    }

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static void Is(string expected, JsonObject told, string what, string? without = null)
    {
        var said = (JsonObject)told[what]!.DeepClone();
        if (without is not null)
        {
            said.Remove(without);
        }

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), said), $"{what}: {said.ToJsonString()}");
    }
}
