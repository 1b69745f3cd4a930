package org.troth.store.axon;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * The serializer that Axon is given: it writes positions and refuses everything else, so that Axon can write no fact,
 * command or snapshot anywhere by itself.
 */
final class TokensOnly implements Serializer {

    private static final String POSITION = "position";

    private final Converter converter = new ChainingConverter();

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        if (!(object instanceof GlobalSequenceTrackingToken token)) {
            throw new UnsupportedOperationException("only positions are written by Axon, not "
                    + object.getClass().getName());
        }
        byte[] text = Long.toString(token.getGlobalIndex()).getBytes(US_ASCII);
        T content = converter.convert(text, byte[].class, expectedRepresentation);
        return new SimpleSerializedObject<>(content, expectedRepresentation, new SimpleSerializedType(POSITION, null));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(byte[].class, expectedRepresentation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> serializedObject) {
        if (!serializedObject.getType().getName().equals(POSITION)) {
            throw new UnsupportedOperationException("only positions are read by Axon");
        }
        byte[] text = converter.convert(serializedObject.getData(), serializedObject.getContentType(), byte[].class);
        return (T) new GlobalSequenceTrackingToken(Long.parseLong(new String(text, US_ASCII)));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        if (!type.getName().equals(POSITION)) {
            throw new UnsupportedOperationException("only positions are read by Axon");
        }
        return GlobalSequenceTrackingToken.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        if (type != GlobalSequenceTrackingToken.class) {
            throw new UnsupportedOperationException("only positions are written by Axon, not " + type.getName());
        }
        return new SimpleSerializedType(POSITION, null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
