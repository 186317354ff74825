package otklik.routing.replycheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import otklik.routing.incident.core.ReplyLook;
import otklik.routing.replycheck.core.BindingChecks;
import otklik.routing.replycheck.core.Phrases;
import otklik.routing.replycheck.core.ReplyChecks;

/** Wires the checks of replies. */
@Configuration(proxyBeanMethods = false)
@Import(ReplyCheckApi.class)
public class ReplyCheckConfiguration {

    @Bean
    ReplyChecks replyChecks() {
        return new ReplyChecks(
                new LanguageToolGrammar(), new RussianStems(), phrases("officialese.txt"), phrases("disrespect.txt"));
    }

    /** For the commands: what binds. */
    @Bean
    ReplyLook replyLook() {
        return new BindingChecks();
    }

    static Phrases phrases(String file) {
        try {
            return Phrases.of(new ClassPathResource("replycheck/" + file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not in the program", e);
        }
    }
}
