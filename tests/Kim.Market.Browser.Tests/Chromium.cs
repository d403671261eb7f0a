namespace Kim.Market.Browser.Tests;

/// <summary>The browser that looks at the pages.</summary>
internal static class Chromium
{
    /// <summary>Chromium without a window, the same engine at half the processor time, where the machine has it; else the whole browser.</summary>
    public static string Path { get; } = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.First(File.Exists);
}
