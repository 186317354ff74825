package otklik.simulators.vk.callback;

/** VK's states of a callback server. */
public enum ServerStatus {
    /** Never asked for confirmation, or it asked to be forgotten. */
    UNCONFIGURED,
    /** Asked for confirmation, no right answer yet; asked again and again. */
    WAIT,
    OK,
    /** Too many failures in a row: left alone for a while, then tried again. */
    FAILED
}
