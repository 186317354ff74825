package otklik.simulators.vk.api;

/** A call that VK answers with an error. Thrown by the steps of a call and caught in one place, {@link VkApi}. */
final class Refused extends RuntimeException {

    private final int code;

    Refused(VkError error) {
        this(error.code(), error.words());
    }

    Refused(VkError error, String detail) {
        this(error.code(), error.words() + ": " + detail);
    }

    Refused(int code, String words) {
        super(words, null, false, false);
        this.code = code;
    }

    /** A refusal by number, as a setting or a fault gives it. */
    static Refused by(int code, String detail) {
        return VkError.of(code)
                .map(error -> detail.isEmpty() ? new Refused(error) : new Refused(error, detail))
                .orElseGet(() -> new Refused(code, "Error " + code + (detail.isEmpty() ? "" : ": " + detail)));
    }

    int code() {
        return code;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
