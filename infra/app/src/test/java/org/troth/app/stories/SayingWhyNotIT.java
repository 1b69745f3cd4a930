package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/** A page that refuses somebody says why, and is as well made as any other. */
@ExtendWith(Stage.class)
class SayingWhyNotIT {

    @Test
    void saysWhyNot(Cast cast) throws Exception {
        Visitor nobody = cast.visitor(Device.DESKTOP, Way.MOUSE);
        nobody.goTo("/sign-in")
                .fill("Name or e-mail address", "nobody-here")
                .fill("Password", "wrong")
                .pressOnce("Sign in");
        Visitor coordinator = cast.at("coordinator");
        coordinator
                .standsBefore("/nothing-here", 404)
                .standsBefore("/participants/" + UUID.randomUUID(), 404)
                .standsBefore("/participants/not-an-identifier", 404);
        cast.at("administrator").standsBefore("/participants", 403);
        try (AutoCloseable unused = cast.troth().refusingToRecord()) {
            coordinator.standsBefore("/participants", 503);
        }
    }

    @Test
    void saysSoWhereFormIsNotFromHere(Cast cast) {
        Visitor coordinator = cast.at("coordinator").goTo("/participants/new");
        Page page = coordinator.page();
        Response answer = page.waitForNavigation(() -> page.evaluate("""
                () => { const form = document.querySelector('main form[method=post]');
                  form.elements._csrf.value = 'not-from-here'; form.noValidate = true; form.submit(); }"""));
        assertThat(answer.status()).isEqualTo(403);
        coordinator.arrived();
    }
}
