using System.Net;
using System.Net.Sockets;

namespace Kim.Market.Web.Tests;

/// <summary>Ports of this machine.</summary>
public static class Ports
{
    /// <summary>One on which nobody listens at this moment.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
