package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.troth.command.account.AccountHouse.request;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.AccountEvent.FactorRemoved;
import org.troth.events.account.Actor;

class EnteringFactorsTest {

    private final AccountHouse house = new AccountHouse();
    private final FactorForms forms = new FactorForms(house.factors);
    private final Actor keeper = house.firstAdministrator();

    @AfterEach
    void close() {
        house.close();
    }

    private ModelAndView enrol(Actor actor, @Nullable String secret, @Nullable String code) {
        return forms.enrol(actor, request(), null, secret, code);
    }

    @Test
    void offersAnotherKeyEachTimeUnderANameThatTellsNothing() {
        ModelAndView page = forms.form();
        String secret = secret(page);

        assertThat(secret(forms.form())).isNotEqualTo(secret);
        assertThat(page.getModel().get("link").toString())
                .isEqualTo("otpauth://totp/Sign-in?algorithm=SHA1&digits=6&period=30&secret=" + secret);
        assertThat(RecoveryCode.grouped("ABCDEFGHIJ", " ")).isEqualTo("ABCD EFGH IJ");
    }

    @Test
    void keepsTheKeyWhenTheCodeDidNotFit() {
        String secret = secret(forms.form());

        ModelAndView wrong = enrol(keeper, secret, "no");
        assertThat(wrong.getStatus()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(secret(wrong)).isEqualTo(secret);
        assertThat(((Map<?, ?>) wrong.getModel().get("errors")).keySet()).isEqualTo(Set.of("code"));
        ModelAndView empty = enrol(keeper, secret, null);
        assertThat(empty.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(secret(empty)).isEqualTo(secret);
    }

    @Test
    void offersAnotherKeyInsteadOfOneThatIsNone() {
        ModelAndView page = enrol(keeper, "my own", "123456");

        assertThat(page.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(secret(page)).isNotEqualTo("my own");
    }

    @Test
    void showsTenCodesAndThenTenOthers() {
        String secret = secret(forms.form());
        ModelAndView shown = enrol(keeper, secret, house.code(secret));
        assertThat(shown.getViewName()).isEqualTo("account/recovery-codes");
        List<?> first = (List<?>) shown.getModel().get("codes");
        assertThat(first)
                .hasSize(10)
                .allSatisfy(code -> assertThat(code.toString()).matches("(\\w{4}-){3}\\w{4}"));

        List<?> others = (List<?>) forms.issueRecoveryCodes(house.signedIn("keeper"), request(), null)
                .getModel()
                .get("codes");
        assertThat(others.stream().filter(first::contains)).isEmpty();
    }

    @Test
    void leadsBackToTheSignInOnceItIsGone() {
        house.enrol(keeper, "KEY7");
        ModelAndView next = forms.remove(house.signedIn("keeper"), request(), null);

        assertThat(next.getViewName()).isEqualTo("redirect:/sign-in?said=removed");
        assertThat(house.house.record().facts(FactorRemoved.class)).hasSize(1);
    }

    @Test
    void endsWithAResetThatSaysItWasLost() {
        Actor reader = house.opened(keeper, "reader", "AUDITOR");
        house.enrol(reader, "KEY8");
        AccountForms keepers = new AccountForms(house.administrators, new SecretPages(house.clock));

        keepers.reset(keeper, request(), null, reader.account().value(), null);
        assertThat(house.house.record().facts(FactorRemoved.class)).isEmpty();
        keepers.reset(keeper, request(), null, reader.account().value(), "lost");
        assertThat(house.house.record().facts(FactorRemoved.class)).hasSize(1);
    }

    private static String secret(ModelAndView page) {
        return page.getModel().get("secret").toString();
    }
}
