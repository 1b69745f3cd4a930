package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.app.stories.Stage.Cast;

/** Somebody who reads Arabic chooses it before anybody knows who they are, and nobody learns from it who they are. */
@ExtendWith(Stage.class)
class ChoosingLanguageIT {

    private static final String ARABIC = "العربية";
    private static final String SIGN_IN = "تسجيل الدخول";
    private static final String NAME = "الاسم أو عنوان البريد الإلكتروني";
    private static final String PASSWORD = "كلمة السر";

    @ParameterizedTest
    @EnumSource(Way.class)
    void readsTheirOwnPageOnPhoneFromRightToLeft(Way way, Cast cast) {
        Visitor at = cast.visitor(Device.PHONE, way);
        at.goTo("/sign-in?said=out").press(ARABIC).sees(SIGN_IN, "تم تسجيل الخروج.");
        assertThat(at.page().url()).endsWith("/sign-in?said=out");
        assertThat(spoken(at)).isEqualTo("ar rtl");

        at.goTo("/sign-in?said=refused").sees("الاسم أو كلمة السر غير صحيح");
        at.fill(NAME, "participant")
                .fill(PASSWORD, cast.troth().password("participant"))
                .pressOnce(SIGN_IN);
        at.goTo("/mine");
        assertThat(spoken(at)).isEqualTo("ar rtl");
        assertThat(at.page().locator("header.bar").innerText()).contains("سجلي", "مغادرة الآن", "تسجيل الخروج");
        assertThat(at.page()
                        .locator("main h1")
                        .evaluate("at => at.closest('[lang]').lang + ' ' + getComputedStyle(at).direction"))
                .as("the page says in which language it is itself")
                .isIn("en ltr", "ar rtl");

        at.standsBefore("/no-such-page", 404).sees("غير موجود", "إلى صفحة البداية");
        at.goTo("/mine").press("English");
        assertThat(spoken(at)).isEqualTo("en ltr");
        assertThat(at.path()).isEqualTo("/mine");
        at.sees("My record");
    }

    @Test
    void saysNothingOfThePersonWhoChose(Cast cast) {
        Visitor here = cast.at("participant", Device.PHONE, Way.MOUSE);
        here.goTo("/mine").press(ARABIC);
        Cookie kept = here.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("troth-tongue"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.value).isEqualTo("ar");
        assertThat(kept.expires).as("ends with the browser").isEqualTo(-1);
        assertThat(kept.httpOnly).isTrue();

        Visitor elsewhere = cast.at("participant", Device.PHONE, Way.MOUSE);
        assertThat(spoken(elsewhere.goTo("/mine")))
                .as("the same person at another browser: nothing was kept of them")
                .isEqualTo("en ltr");
    }

    private static String spoken(Visitor at) {
        Page page = at.page();
        return page.locator("html").getAttribute("lang") + " "
                + page.evaluate("() => getComputedStyle(document.body).direction");
    }
}
