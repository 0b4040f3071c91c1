import HeedCore
import HeedWeb

/// How many steps of 16 KiB a page fills at least, the same in every language: a length must not tell which is read.
/// A page whose own words leave less than 8 KiB for the filler in some language is wide in all; a test over all languages
/// finds the others.
enum PageSize {
    private static let wide: Set<JourneyStep> = [.kind, .check]

    static func length(of step: JourneyStep) -> HTMLPage.Length { wide.contains(step) ? .wide : .padded }
}
