package org.troth.app.stories;

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
        coordinator.standsBefore("/nothing-here", 404).standsBefore("/participants/" + UUID.randomUUID(), 404);
        cast.at("administrator").standsBefore("/participants", 403);
        try (AutoCloseable unused = cast.troth().refusingToRecord()) {
            coordinator.standsBefore("/participants", 503);
        }
    }
}
