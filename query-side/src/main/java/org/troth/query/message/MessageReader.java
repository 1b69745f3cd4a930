package org.troth.query.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.troth.events.message.CarriedNotes;
import org.troth.events.message.CarriedNotes.Carried;
import org.troth.query.message.MessageViews.MessageRow;

/** Puts the latest messages on one page. They name nobody, so that nobody is looked at. */
@Component
class MessageReader {

    private static final int PAGE = 50;

    private final MessageViews views;
    private final ObjectProvider<CarriedNotes> kept;

    MessageReader(MessageViews views, ObjectProvider<CarriedNotes> kept) {
        this.views = views;
        this.kept = kept;
    }

    MessageList latest(@Nullable Long before) {
        List<MessageRow> rows = views.latest(before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<MessageRow> page = more ? rows.subList(0, PAGE) : rows;
        Optional<List<Carried>> notes =
                Optional.ofNullable(kept.getIfAvailable()).flatMap(CarriedNotes::latest);
        Map<UUID, Carried> carried = notes.orElse(List.of()).stream()
                .collect(Collectors.toMap(each -> each.message().value(), each -> each, (newer, older) -> newer));
        return new MessageList(
                page.stream().map(row -> view(row, carried.get(row.id()))).toList(),
                notes.isPresent(),
                more ? page.get(PAGE - 1).queuedPosition() : null);
    }

    private static MessageView view(MessageRow row, @Nullable Carried said) {
        return new MessageView(
                row.receiverKind(),
                row.occasion(),
                row.state(),
                row.channel(),
                row.reason(),
                row.queuedAt(),
                row.movedAt(),
                said == null ? null : said.language(),
                said == null ? null : said.subject(),
                said == null ? null : said.body());
    }
}
