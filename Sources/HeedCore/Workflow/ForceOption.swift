/// Something that not every force does. Off unless its settings say so; a step that needs it is then no step at all.
package enum ForceOption: String, CaseIterable, Sendable {
    /// Gives notices to publishers under section 3 of the Terrorism Act 2006.
    case publisherNotices = "publisher-notices"
}
