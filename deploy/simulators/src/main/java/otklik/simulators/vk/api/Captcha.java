package otklik.simulators.vk.api;

import java.util.Map;

/** What error 14 carries besides: the old form (a picture) and the new one (a page), as VK sends both. */
final class Captcha {

    private Captcha() {}

    static Map<String, Object> fields() {
        return Map.of(
                "captcha_sid", "239633676097",
                "captcha_img", "https://simulated.invalid/captcha.php?sid=239633676097",
                "redirect_uri", "https://simulated.invalid/not_robot_captcha?session_token=simulated",
                "remixstlid", 9069780796616521905L);
    }
}
