/// How long sessions last, in seconds.
package struct SessionLimits: Hashable, Sendable {
    /// Without a deliberate request: 10 minutes as shipped.
    package let idle: Int
    /// In all: 8 hours as shipped.
    package let absolute: Int
    /// How long a locked session is remembered, so that its officer gets back what was typed.
    package let remembered: Int

    package init(idle: Int = 600, absolute: Int = 28_800, remembered: Int = 28_800) {
        self.idle = idle
        self.absolute = absolute
        self.remembered = remembered
    }
}
