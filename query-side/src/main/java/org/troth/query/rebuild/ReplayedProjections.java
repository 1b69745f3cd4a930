package org.troth.query.rebuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.annotation.AnnotationUtils;
import org.troth.query.rows.GatheredRows;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** A second set of the very same projections, whose rows are gathered. */
final class ReplayedProjections {

    private final List<AnnotationEventHandlerAdapter> projections = new ArrayList<>();
    private final Map<Class<?>, List<AnnotationEventHandlerAdapter>> byFact = new HashMap<>();

    ReplayedProjections(ListableBeanFactory live, GatheredRows rows) {
        DefaultListableBeanFactory second = new DefaultListableBeanFactory(live);
        for (String name : live.getBeanNamesForType(Rows.class)) {
            second.registerSingleton(name, rows);
        }
        for (String name : live.getBeanNamesForAnnotation(KeepsRows.class)) {
            Class<?> type = live.getType(name);
            if (type != null && AnnotationUtils.findAnnotation(type, KeepsRows.class) != null) {
                projections.add(new AnnotationEventHandlerAdapter(
                        second.autowire(type, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false)));
            }
        }
        if (projections.isEmpty()) {
            throw new IllegalStateException("there is no projection to rebuild with");
        }
    }

    void handle(TrackedEventMessage<?> fact) throws Exception {
        List<AnnotationEventHandlerAdapter> handlers = byFact.computeIfAbsent(
                fact.getPayloadType(),
                type -> projections.stream()
                        .filter(each -> each.canHandle(fact))
                        .toList());
        for (AnnotationEventHandlerAdapter handler : handlers) {
            handler.handle(fact);
        }
    }
}
