package otklik.simulators.vk.api;

import java.util.Arrays;
import java.util.Optional;

/** VK's errors that the simulator gives of itself or can be ordered to give; words as in VK's own list. */
enum VkError {
    UNKNOWN(1, "Unknown error occurred"),
    METHOD(3, "Unknown method passed"),
    AUTH(5, "User authorization failed"),
    TOO_MANY(6, "Too many requests per second"),
    PERMISSION(7, "Permission to perform this action is denied"),
    REQUEST(8, "Invalid request"),
    FLOOD(9, "Flood control"),
    SERVER(10, "Internal server error"),
    CAPTCHA(14, "Captcha needed"),
    ACCESS(15, "Access denied"),
    VALIDATION(17, "Validation required"),
    NEED_CONFIRMATION(24, "Confirmation required"),
    GROUP_AUTH(27, "Group authorization failed"),
    SERVICE_AUTH(28, "Application authorization failed"),
    RATE_LIMIT(29, "Rate limit reached"),
    TIMEOUT(36, "Method execution was interrupted due to timeout"),
    PARAM(100, "One of the parameters specified was missing or invalid"),
    SAVE_FILE(105, "Couldn't save file"),
    PARAM_SERVER(118, "Invalid server"),
    PARAM_HASH(121, "Invalid hash"),
    NOT_FOUND(104, "Not found"),
    WALL_COMMENT(211, "Access to wall's comment denied"),
    WALL_REPLIES(212, "Access to post comments denied"),
    WALL_ADD_REPLY(213, "Access to status replies denied"),
    LINKS(222, "Hyperlinks are forbidden"),
    TOO_MANY_REPLIES(223, "Too many replies"),
    MESSAGE_TOO_LONG(914, "Message is too long");

    private final int code;
    private final String words;

    VkError(int code, String words) {
        this.code = code;
        this.words = words;
    }

    int code() {
        return code;
    }

    String words() {
        return words;
    }

    static Optional<VkError> of(int code) {
        return Arrays.stream(values()).filter(error -> error.code == code).findFirst();
    }
}
