/// The code that a reporter keeps. It opens officers' replies and finds the public record; it does not open the report.
///
/// Never stored. Everything that is stored comes from it through ``ReporterSecrets``.
package struct ReporterCode: SymbolCode {
    package let secret: CodeBytes

    package init(secret: CodeBytes) { self.secret = secret }
}
