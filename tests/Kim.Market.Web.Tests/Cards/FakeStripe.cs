using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Kim.Market.Web.Tests.Cards;

/// <summary>A request as the fake saw it.</summary>
public sealed record Seen(string Method, string Path, string? Version, string? Attempt, IReadOnlyDictionary<string, string> Form);

/// <summary>
/// What stands for Stripe in tests, written from its published API: Checkout sessions, refunds, errors, idempotency, signed
/// messages. Stripe's own client is driven against it too, so that it is no mirror of ours.
/// </summary>
public sealed class FakeStripe : FakeSite
{
    /// <summary>The key it knows; any other is refused as Stripe refuses it.</summary>
    public const string Key = "rk_test_51FakeStripeForTests";

    private static readonly string[] Known =
    [
        "mode", "payment_method_types", "client_reference_id", "metadata", "payment_intent_data", "line_items", "expires_at", "success_url", "cancel_url",
    ];

    private readonly ConcurrentDictionary<string, JsonObject> _sessions = new();
    private readonly ConcurrentDictionary<string, (long Amount, bool IsBack)> _payments = new();
    private readonly ConcurrentDictionary<string, (string Asked, Task<(int, JsonObject)> Answer)> _kept = new();
    private readonly ConcurrentQueue<(int Status, bool DoesIt)> _troubles = new();
    private readonly ConcurrentQueue<Seen> _seen = new();

    public IReadOnlyCollection<Seen> Requests => _seen;

    public int Sessions => _sessions.Count;

    public static Task<FakeStripe> StartAsync() => StartAsync(new FakeStripe());

    /// <summary>The next answers are these, before anything is done; 0 cuts the line.</summary>
    public void Fail(params int[] statuses) => Array.ForEach(statuses, status => _troubles.Enqueue((status, false)));

    /// <summary>The next request is done, and the line cut before its answer.</summary>
    public void CutAfterwards() => _troubles.Enqueue((0, true));

    /// <summary>A buyer pays on the page; or pays something else, as nobody should be able to.</summary>
    public void Pay(string session, long? minor = null, string currency = "idr")
    {
        var (known, payment) = (_sessions[session], "pi_" + Some());
        lock (known)
        {
            (known["status"], known["payment_status"], known["payment_intent"], known["url"]) = ("complete", "paid", payment, null);
            (known["amount_total"], known["currency"]) = (minor ?? (long)known["amount_total"]!, currency);
        }

        _payments[payment] = ((long)known["amount_total"]!, false);
    }

    public void Expire(string session)
    {
        var known = _sessions[session];
        lock (known)
        {
            (known["status"], known["url"]) = ("expired", null);
        }
    }

    /// <summary>The message that Stripe would send about a session now.</summary>
    public byte[] Message(string type, string session, string? id = null) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["id"] = id ?? "evt_" + Some(),
        ["object"] = "event",
        ["type"] = type,
        ["livemode"] = false,
        ["api_version"] = "2024-06-20",
        ["data"] = new JsonObject { ["object"] = Copy(_sessions[session]) },
    }.ToJsonString());

    public static string Sign(byte[] body, string secret, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(seconds + "."), .. body]);
        return $"t={seconds},v1={Convert.ToHexStringLower(signature)},v0={new string('0', 64)}";
    }

    private static string Some() => Guid.NewGuid().ToString("N");

    private static JsonNode Copy(JsonObject known)
    {
        lock (known)
        {
            return known.DeepClone();
        }
    }

    protected override async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path == "/favicon.ico")
        {
            http.Response.StatusCode = 204;
            return;
        }

        if (http.Request.Path.StartsWithSegments("/c/pay", out var rest))
        {
            await PageAsync(http, rest.Value!.Trim('/'));
            return;
        }

        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        var form = QueryHelpers.ParseQuery(text).ToDictionary(field => field.Key, field => field.Value.ToString());
        var headers = http.Request.Headers;
        var attempt = headers["Idempotency-Key"].ToString() is { Length: > 0 } said ? said : null;
        _seen.Enqueue(new(http.Request.Method, http.Request.Path, headers["Stripe-Version"], attempt, form));
        var isTroubled = _troubles.TryDequeue(out var trouble);
        if (isTroubled && !trouble.DoesIt)
        {
            if (trouble.Status == 0)
            {
                http.Abort();
            }
            else
            {
                await WriteAsync(http, trouble.Status, Error(trouble.Status == 429 ? "rate_limit_error" : "api_error", trouble.Status == 429 ? "rate_limit" : null));
            }

            return;
        }

        var (status, answer) = Refuse(http) ?? (http.Request.Method == "POST" && attempt is not null
            ? await OnceAsync(http, attempt, text, form)
            : Do(http, form));
        if (isTroubled)
        {
            http.Abort();
            return;
        }

        await WriteAsync(http, status, answer);
    }

    private static (int, JsonObject)? Refuse(HttpContext http) =>
        http.Request.Headers.Authorization != "Bearer " + Key ? (401, Error("invalid_request_error", null))
        : http.Request.Method == "POST" && http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) != true
            ? (400, Error("invalid_request_error", null))
        : null;

    // The first answer to an attempt is its answer for good; the same attempt for something else is a mistake.
    private async Task<(int, JsonObject)> OnceAsync(HttpContext http, string attempt, string asked, Dictionary<string, string> form)
    {
        var done = new TaskCompletionSource<(int, JsonObject)>();
        var kept = _kept.GetOrAdd(attempt, (http.Request.Path + "\n" + asked, done.Task));
        if (kept.Answer != done.Task)
        {
            http.Response.Headers["Idempotent-Replayed"] = "true";
            return kept.Asked == http.Request.Path + "\n" + asked ? await kept.Answer : (400, Error("idempotency_error", null));
        }

        var answer = Do(http, form);
        done.SetResult((answer.Item1, (JsonObject)Copy(answer.Item2)));
        return answer;
    }

    private (int, JsonObject) Do(HttpContext http, Dictionary<string, string> form) =>
        (http.Request.Method, http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            ("POST", ["v1", "checkout", "sessions"]) => Open(form),
            ("GET", ["v1", "checkout", "sessions"]) => (200, new JsonObject { ["object"] = "list", ["data"] = new JsonArray(), ["has_more"] = false, ["url"] = "/v1/checkout/sessions" }),
            ("GET", ["v1", "checkout", "sessions", var id]) => _sessions.TryGetValue(id, out var known) ? (200, (JsonObject)Copy(known)) : (404, Error("invalid_request_error", "resource_missing")),
            ("POST", ["v1", "checkout", "sessions", var id, "expire"]) => Close(id),
            ("POST", ["v1", "refunds"]) => SendBack(form),
            _ => (404, Error("invalid_request_error", null)),
        };

    private (int, JsonObject) Open(Dictionary<string, string> form)
    {
        if (form.Keys.FirstOrDefault(name => !Known.Contains(name.Split('[')[0])) is { } stranger)
        {
            return (400, Error("invalid_request_error", "parameter_unknown", stranger));
        }

        if (new[] { "mode", "success_url", "line_items[0][quantity]", "line_items[0][price_data][currency]", "line_items[0][price_data][product_data][name]" }
            .FirstOrDefault(name => !form.ContainsKey(name)) is { } missing)
        {
            return (400, Error("invalid_request_error", "parameter_missing", missing));
        }

        if (!long.TryParse(form.GetValueOrDefault("line_items[0][price_data][unit_amount]"), NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            return (400, Error("invalid_request_error", "parameter_invalid_integer", "unit_amount"));
        }

        var id = "cs_test_" + Some();
        var session = new JsonObject
        {
            ["id"] = id,
            ["object"] = "checkout.session",
            ["mode"] = form["mode"],
            ["status"] = "open",
            ["payment_status"] = "unpaid",
            ["livemode"] = false,
            ["url"] = $"{Address}/c/pay/{id}",
            ["payment_intent"] = null,
            ["amount_total"] = amount * long.Parse(form["line_items[0][quantity]"], CultureInfo.InvariantCulture),
            ["currency"] = form["line_items[0][price_data][currency]"],
            ["client_reference_id"] = form.GetValueOrDefault("client_reference_id"),
            ["metadata"] = new JsonObject(form.Where(field => field.Key.StartsWith("metadata[", StringComparison.Ordinal)).Select(field => KeyValuePair.Create(field.Key[9..^1], (JsonNode?)field.Value))),
            ["expires_at"] = long.Parse(form.GetValueOrDefault("expires_at", "0"), CultureInfo.InvariantCulture),
            ["success_url"] = form["success_url"],
        };
        _sessions[id] = session;
        return (200, (JsonObject)Copy(session));
    }

    private (int, JsonObject) Close(string id)
    {
        if (!_sessions.TryGetValue(id, out var known) || (string?)known["status"] != "open")
        {
            return (400, Error("invalid_request_error", "resource_missing"));
        }

        Expire(id);
        return (200, (JsonObject)Copy(known));
    }

    private (int, JsonObject) SendBack(Dictionary<string, string> form)
    {
        var payment = form.GetValueOrDefault("payment_intent", "");
        if (!_payments.TryGetValue(payment, out var known))
        {
            return (404, Error("invalid_request_error", "resource_missing", "payment_intent"));
        }

        return known.IsBack || !_payments.TryUpdate(payment, known with { IsBack = true }, known)
            ? (400, Error("invalid_request_error", "charge_already_refunded"))
            : (200, new JsonObject { ["id"] = "re_" + Some(), ["object"] = "refund", ["status"] = "succeeded", ["amount"] = known.Amount, ["payment_intent"] = payment });
    }

    // The page where a buyer types their card; here one button is enough.
    private async Task PageAsync(HttpContext http, string id)
    {
        if (!_sessions.TryGetValue(id, out var known) || (string?)known["status"] != "open")
        {
            http.Response.StatusCode = 404;
            return;
        }

        if (http.Request.Method == "POST")
        {
            Pay(id);
            http.Response.StatusCode = 303;
            http.Response.Headers.Location = (string?)known["success_url"];
            return;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(
            $"<!doctype html><title>Stripe</title><form method=post><button id=pay>{HtmlEncoder.Default.Encode($"{known["amount_total"]} {known["currency"]}")}</button></form>");
    }

    private static JsonObject Error(string type, string? code, string? parameter = null) => new()
    {
        ["error"] = new JsonObject { ["type"] = type, ["code"] = code, ["param"] = parameter, ["message"] = "As the documentation says." },
    };

    private static Task WriteAsync(HttpContext http, int status, JsonObject answer)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.Headers["Request-Id"] = "req_" + Some();
        return http.Response.WriteAsync(answer.ToJsonString());
    }
}
