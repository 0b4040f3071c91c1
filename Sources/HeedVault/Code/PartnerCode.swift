/// The code that a partner agency is given by telephone. It opens one request and answers it; nothing else.
///
/// Never stored. Of one format with a reporter's, so that neither can be told from the other by looking; derived apart, so
/// that neither finds what the other does.
package struct PartnerCode: SymbolCode {
    package let secret: CodeBytes

    package init(secret: CodeBytes) { self.secret = secret }
}
