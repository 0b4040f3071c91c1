/// What all pages of a site name (telephone numbers, the force's name), taken apart once and used by every page.
package struct PageFrame: @unchecked Sendable {
    // Never written after `init`; `PageFields` is a class only because the engine asks for one.
    let fields: PageFields

    package init(_ model: Any) throws(PageFault) {
        fields = try PageFields(model)
    }
}
