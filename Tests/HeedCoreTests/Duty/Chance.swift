/// Numbers that look random and are the same each time (SplitMix64), so that a failing case can be run again.
struct Chance {
    var state: UInt64

    /// 0 up to and without `bound`; 0 where `bound` is 0.
    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return bound < 1 ? 0 : Int((mixed ^ mixed >> 31) % UInt64(bound))
    }
}
