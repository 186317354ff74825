package otklik.simulators.mailbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMTP server.
 *
 * @param address where it listens
 * @param port 0 takes a free one
 * @param keep so many of the newest letters are kept
 */
@ConfigurationProperties("otklik.simulators.mailbox")
record MailboxSettings(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("2525") int port,
        @DefaultValue("1000") int keep) {}
