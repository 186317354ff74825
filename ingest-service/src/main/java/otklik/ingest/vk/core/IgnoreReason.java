package otklik.ingest.vk.core;

/** Why a callback is nothing for us. A metric's tag. */
public enum IgnoreReason {
    /** A type of event that this release does not take. */
    UNKNOWN_TYPE,
    /** The community's own post, comment or reply. */
    OWN,
    /** Attachments only. */
    EMPTY_TEXT
}
