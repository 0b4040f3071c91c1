import Foundation

/// A force's own colour, one for light pages and one for dark, as `#RRGGBB`.
/// Guarantees 4.5:1 (WCAG 2.2, 1.4.3) on paper, on panels, and under the words of a main button.
package struct Accent: Sendable, Equatable {
    package let light: String
    package let dark: String

    package static let river = try! Accent(light: "#1F5F5B", dark: "#8CCFC8")

    /// What a colour stands on: paper and panel of the style sheet, and the words on a filled button.
    private static let lightGrounds = ["#FAF7F2", "#EFEAE1", "#FFFFFF"]
    private static let darkGrounds = ["#151B1F", "#1E262B"]

    package init(light: String, dark: String) throws(AccentFault) {
        for (colour, grounds) in [(light, Self.lightGrounds), (dark, Self.darkGrounds)] {
            guard let own = Self.luminance(colour) else { throw .notAColour(colour) }
            for ground in grounds {
                let ratio = Self.contrast(own, Self.luminance(ground)!)
                guard ratio >= 4.5 else { throw .tooFaint(colour, on: ground) }
            }
        }
        self.light = light
        self.dark = dark
    }

    /// The style sheet's two variables.
    var css: String { ":root{--accent-light:\(light);--accent-dark:\(dark)}\n" }

    static func contrast(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }

    /// Relative luminance of sRGB (WCAG 2.2), nil for anything but `#RRGGBB`.
    static func luminance(_ colour: String) -> Double? {
        guard colour.utf8.count == 7, colour.hasPrefix("#"), let value = UInt32(colour.dropFirst(), radix: 16) else {
            return nil
        }
        let channels = [16, 8, 0].map { Self.linear(Double(value >> $0 & 0xFF) / 255) }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    private static func linear(_ channel: Double) -> Double {
        channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
}

/// Why a colour cannot be a site's accent.
package enum AccentFault: Error, Equatable {
    case notAColour(String)
    case tooFaint(String, on: String)
}
