package otklik.publisher.reply.core;

import java.time.Duration;

/**
 * How long to wait for what.
 *
 * @param readable after an attempt, how long the page may hide a comment that stands there
 * @param betweenLooks pause between two looks at the page
 * @param whole from the first attempt on, after which a person is asked; well under the 30 minutes of AK-12
 * @param accountRest how long an account rests after captcha, broken authorisation or a quota
 */
public record Patience(Duration readable, Duration betweenLooks, Duration whole, Duration accountRest) {}
