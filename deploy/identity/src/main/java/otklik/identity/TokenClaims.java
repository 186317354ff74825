package otklik.identity;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Says in every token who the person is and what they may do. The subject is the login, for people and scripts alike. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final People people;

    TokenClaims(People people) {
        this.people = people;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication principal = context.getPrincipal();
        if (principal != null) {
            people.find(principal.getName()).ifPresent(person -> describe(person, context));
        }
    }

    private static void describe(Person person, JwtEncodingContext context) {
        context.getClaims()
                .claim("name", person.name())
                .claim("preferred_username", person.login())
                .claim("email", person.email())
                .claim("otklik_grants", person.grants());
    }
}
