package otklik.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Checks passwords as the settings hold them, each with its encoding; never rewrites them, the settings are not ours to write. */
final class StoredPasswords implements PasswordEncoder {

    private final PasswordEncoder byPrefix = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return byPrefix.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
        return byPrefix.matches(password, stored);
    }
}
