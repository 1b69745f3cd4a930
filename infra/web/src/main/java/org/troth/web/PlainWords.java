package org.troth.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** JSON strings that cannot be kept as text (NUL, broken surrogates) are refused while they are read. */
final class PlainWords extends SimpleModule {

    private static final long serialVersionUID = 1L;

    PlainWords() {
        super("troth-plain-words");
        addDeserializer(String.class, new Reader());
    }

    private static final class Reader extends StdScalarDeserializer<String> {

        Reader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isScalarValue()) {
                return (String) context.handleUnexpectedToken(getValueType(context), parser);
            }
            String text = parser.getValueAsString();
            if (!Plain.isPlain(text)) {
                return context.reportInputMismatch(String.class, "not plain text");
            }
            return text;
        }
    }
}
