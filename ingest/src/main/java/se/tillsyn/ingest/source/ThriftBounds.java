package se.tillsyn.ingest.source;

/**
 * Walks a structure in Thrift's compact protocol without building it, and so tells its length. A structure that says it has
 * more elements than bytes, or more than a bound, is found before any memory is taken for them.
 */
final class ThriftBounds {

    private static final int MAX_DEPTH = 16;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;

    private final byte[] bytes;
    private final int limit;
    private int position;
    private int elements;

    /** The structure is not whole or not what the protocol allows. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private ThriftBounds(byte[] bytes, int limit, int maxElements) {
        this.bytes = bytes;
        this.limit = limit;
        this.elements = maxElements;
    }

    /**
     * Length of the structure that the bytes begin with.
     *
     * @param limit bytes that there are
     * @param maxElements fields of structures and elements of lists that it may have in all
     * @throws MalformedException when it has more or does not end within the bytes
     */
    static int lengthOf(byte[] bytes, int limit, int maxElements) throws MalformedException {
        ThriftBounds walk = new ThriftBounds(bytes, limit, maxElements);
        walk.struct(0);
        return walk.position;
    }

    private void struct(int depth) throws MalformedException {
        if (depth > MAX_DEPTH) {
            throw new MalformedException();
        }
        for (int head = next(); head != 0; head = next()) {
            count(1);
            if (head >> 4 == 0) {
                number();
            }
            int type = head & 0xf;
            // A truth value of a field is its type.
            if (type > 2) {
                value(type, depth);
            }
        }
    }

    private void value(int type, int depth) throws MalformedException {
        switch (type) {
            case 1, 2, 3 -> next();
            case 4, 5, 6 -> number();
            case 7 -> skip(8);
            case BINARY -> skip(number());
            case LIST, SET -> list(depth);
            case MAP -> map(depth);
            case STRUCT -> struct(depth + 1);
            default -> throw new MalformedException();
        }
    }

    private void list(int depth) throws MalformedException {
        int head = next();
        long size = head >> 4;
        if (size == 15) {
            size = number();
        }
        count(size);
        for (long i = 0; i < size; i++) {
            value(head & 0xf, depth);
        }
    }

    private void map(int depth) throws MalformedException {
        long size = number();
        if (size == 0) {
            return;
        }
        int types = next();
        count(size);
        for (long i = 0; i < size; i++) {
            value(types >> 4, depth);
            value(types & 0xf, depth);
        }
    }

    private void count(long more) throws MalformedException {
        if (more < 0 || more > elements) {
            throw new MalformedException();
        }
        elements -= (int) more;
    }

    private long number() throws MalformedException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = next();
            value |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new MalformedException();
    }

    private void skip(long n) throws MalformedException {
        if (n < 0 || n > limit - position) {
            throw new MalformedException();
        }
        position += (int) n;
    }

    private int next() throws MalformedException {
        if (position >= limit) {
            throw new MalformedException();
        }
        return bytes[position++] & 0xff;
    }
}
