using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kim.Market.Web.Tests.Notices;

/// <summary>What the mail server of the tests calls a letter: others count on it.</summary>
public sealed class SmtpSinkTests
{
    [Theory]
    [InlineData("Subject: baru\r\n", 0)]
    [InlineData("Subject: baru\r\n\r\nPesanan", 0)]
    [InlineData("Subject: baru\r\n\r\nPesanan\r\n.\r\n", 1)]
    public async Task Only_what_came_to_its_end_is_a_letter(string sent, int letters)
    {
        await using var sink = new SmtpSink();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, sink.Port, TestContext.Current.CancellationToken);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes("RCPT TO:<a@b.example>\r\nDATA\r\n" + sent), TestContext.Current.CancellationToken);
            client.Client.Shutdown(SocketShutdown.Send);
            while (await stream.ReadAsync(new byte[100], TestContext.Current.CancellationToken) > 0)
            {
                // until the server has hung up too
            }
        }

        Assert.Equal(letters, sink.Letters.Count);
    }
}
