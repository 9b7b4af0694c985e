namespace NamPlugin.Host.Vst3;

/// <summary>Names of the interfaces that this host asks for or offers, from the headers.</summary>
internal static class Vst3Ids
{
    public static readonly Guid128 Unknown = Guid128.Of(0x00000000, 0x00000000, 0xC0000000, 0x00000046);
    public static readonly Guid128 PluginFactory2 = Guid128.Of(0x0007B650, 0xF24B4C0B, 0xA464EDB9, 0xF00B2ABB);
    public static readonly Guid128 PluginFactory3 = Guid128.Of(0x4555A2AB, 0xC1234E57, 0x9B122910, 0x36878931);
    public static readonly Guid128 Component = Guid128.Of(0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802);
    public static readonly Guid128 AudioProcessor = Guid128.Of(0x42043F99, 0xB7DA453C, 0xA569E79D, 0x9AAEC33D);
    public static readonly Guid128 EditController = Guid128.Of(0xDCD7BBE3, 0x7742448D, 0xA874AACC, 0x979C759E);
    public static readonly Guid128 ConnectionPoint = Guid128.Of(0x70A4156F, 0x6E6E4026, 0x989148BF, 0xAA60D8D1);
    public static readonly Guid128 ComponentHandler = Guid128.Of(0x93A0BEA3, 0x0BD045DB, 0x8E890B0C, 0xC1E46AC6);
    public static readonly Guid128 ComponentHandler2 = Guid128.Of(0xF040B4B3, 0xA36045EC, 0xABCDC045, 0xB4D5A2CC);
    public static readonly Guid128 HostApplication = Guid128.Of(0x58E595CC, 0xDB2D4969, 0x8B6AAF8C, 0x36A664E5);
    public static readonly Guid128 PlugInterfaceSupport = Guid128.Of(0x4FB58B9E, 0x9EAA4E0F, 0xAB361C1C, 0xCCB56FEA);
    public static readonly Guid128 Stream = Guid128.Of(0xC3BF6EA2, 0x30994752, 0x9B6BF990, 0x1EE33E9B);
    public static readonly Guid128 ParameterChanges = Guid128.Of(0xA4779663, 0x0BB64A56, 0xB44384A8, 0x466FEB9D);
    public static readonly Guid128 ParamValueQueue = Guid128.Of(0x01263A18, 0xED074F6F, 0x98C9D356, 0x4686F9BA);
    public static readonly Guid128 Message = Guid128.Of(0x936F033B, 0xC6C047DB, 0xBB0882F8, 0x13C1E613);
    public static readonly Guid128 AttributeList = Guid128.Of(0x1E5F0AEB, 0xCC7F4533, 0xA2544011, 0x38AD5EE4);
    public static readonly Guid128 RuntimeCounters = Guid128.Of(0x3776DDE0, 0xD57CC656, 0x2D436D5D, 0x36D5EE16);
    public static readonly Guid128 RunLoop = Guid128.Of(0x18C35366, 0x97764F1A, 0x9C5B8385, 0x7A871389);
}
