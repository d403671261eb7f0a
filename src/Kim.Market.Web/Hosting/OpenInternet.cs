using System.Net;
using System.Net.Sockets;

namespace Kim.Market.Web.Hosting;

/// <summary>Asks machines that somebody else has named.</summary>
internal static class OpenInternet
{
    /// <summary>Reaches no machine of ours, whatever a name leads to, and follows nobody further: names change what they mean.</summary>
    /// <param name="takesPrivateHosts">For tests, whose services run beside the program.</param>
    public static SocketsHttpHandler Handler(bool takesPrivateHosts) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = async (context, ct) =>
        {
            var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
            var addresses = Array.FindAll(found, address => takesPrivateHosts || IsPublic(address));
            if (addresses.Length == 0)
            {
                throw new HttpRequestException("No public address.");
            }

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    /// <summary>Whether an address is one of the open Internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? bytes switch
            {
                [0 or 10 or 127, ..] or [169, 254, ..] or [192, 168, ..] or [>= 224, ..] => false,
                [100, >= 64 and <= 127, ..] or [172, >= 16 and <= 31, ..] or [192, 0, 0, _] or [198, 18 or 19, ..] => false,
                _ => true,
            }
            : bytes[0] is >= 0x20 and <= 0x3f // global unicast alone
                && bytes is not ([0x20, 0x02, ..] or [0x20, 0x01, 0x00, 0x00, ..]); // 6to4 and Teredo lead to IPv4
    }
}
