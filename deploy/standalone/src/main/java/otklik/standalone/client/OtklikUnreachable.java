package otklik.standalone.client;

/** Nobody answers at the address: Otklik does not run there, or the network is away. Worth another try, or a sentence to the person. */
public final class OtklikUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OtklikUnreachable(String base, Throwable cause) {
        super("По адресу " + base + " никто не отвечает. Запустите ./otklik up и повторите.", cause);
    }
}
