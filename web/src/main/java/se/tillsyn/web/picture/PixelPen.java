package se.tillsyn.web.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import se.tillsyn.web.chart.Mark;
import se.tillsyn.web.chart.Style;

/** Draws a picture in pixels, twice as fine as its measures. Needs no screen. */
final class PixelPen implements Pen {

    private static final int FINE = 2;

    /** A picture taller than this would take more memory than the site has to spare. */
    private static final int TALL = 1_400;

    private static final Pattern TOKEN = Pattern.compile("[Mlz]|-?\\d+");

    private final BufferedImage image;
    private final Graphics2D canvas;

    PixelPen(int width, int height) {
        int fine = height > TALL ? 1 : FINE;
        image = new BufferedImage(width * fine, height * fine, BufferedImage.TYPE_INT_RGB);
        canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(fine, fine);
    }

    byte[] bytes() {
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Style.Ink ink) {
        draw(new Line2D.Double(x1, y1, x2, y2), ink);
    }

    @Override
    public void shape(List<Mark.Point> points, boolean closed, Style.Ink ink) {
        Path2D path = new Path2D.Double();
        for (Mark.Point point : points) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(point.x(), point.y());
            } else {
                path.lineTo(point.x(), point.y());
            }
        }
        if (closed) {
            path.closePath();
        }
        draw(path, ink);
    }

    @Override
    public void dot(double x, double y, double radius, Mark.Form form, Style.Ink ink) {
        if (form == Mark.Form.CIRCLE) {
            draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), ink);
        } else {
            shape(Forms.corners(x, y, radius, form), true, ink);
        }
    }

    @Override
    public void box(double x, double y, double width, double height, Style.Ink ink) {
        draw(new Rectangle2D.Double(x, y, width, height), ink);
    }

    @Override
    public void words(double x, double y, Mark.Anchor anchor, String text, Style.Ink ink, Face face) {
        String family = face == Face.SERIF ? Font.SERIF : Font.SANS_SERIF;
        Font font = new Font(family, ink.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) ink.width());
        canvas.setFont(font);
        canvas.setPaint(colour(ink.fill(), ink.opacity()));
        double width = font.getStringBounds(text, canvas.getFontRenderContext()).getWidth();
        double start =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - width / 2;
                    case END -> x - width;
                };
        canvas.drawString(text, (float) start, (float) y);
    }

    @Override
    public void area(String path, double x, double y, double scale, Style.Ink ink) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(scale, scale);
        draw(parsed(path).createTransformedShape(place), ink);
    }

    /** Path data as {@code release} writes it: M, l and z with whole numbers. */
    private static Path2D parsed(String data) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        Matcher token = TOKEN.matcher(data);
        double x = 0;
        double y = 0;
        boolean moving = false;
        while (token.find()) {
            String found = token.group();
            if (found.equals("z")) {
                path.closePath();
            } else if (found.equals("M") || found.equals("l")) {
                moving = found.equals("M");
            } else {
                double first = Integer.parseInt(found);
                if (!token.find()) {
                    throw new IllegalArgumentException("a path ends in the middle of a place");
                }
                double second = Integer.parseInt(token.group());
                x = moving ? first : x + first;
                y = moving ? second : y + second;
                if (moving) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
        }
        return path;
    }

    private void draw(Shape shape, Style.Ink ink) {
        if (!ink.hatch().isEmpty()) {
            canvas.setPaint(hatch(ink));
            canvas.fill(shape);
        } else if (!ink.fill().isEmpty()) {
            canvas.setPaint(colour(ink.fill(), ink.opacity()));
            canvas.fill(shape);
        }
        if (!ink.stroke().isEmpty()) {
            canvas.setPaint(colour(ink.stroke(), 1));
            canvas.setStroke(stroke(ink));
            canvas.draw(shape);
        }
    }

    private static BasicStroke stroke(Style.Ink ink) {
        float width = (float) ink.width();
        if (ink.dashes().isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        String[] lengths = ink.dashes().split(" ", -1);
        float[] dashes = new float[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            dashes[i] = Float.parseFloat(lengths[i]);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }

    private static TexturePaint hatch(Style.Ink ink) {
        int side = 7;
        BufferedImage tile = new BufferedImage(side * 4, side * 4, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = tile.createGraphics();
        pen.setPaint(colour(ink.fill(), 1));
        pen.fillRect(0, 0, side * 4, side * 4);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(colour(ink.hatch(), 1));
        pen.setStroke(new BasicStroke(6));
        for (int shift = -1; shift <= 1; shift++) {
            pen.draw(new Line2D.Double(shift * side * 4, side * 4, (shift + 1) * side * 4, 0));
        }
        pen.dispose();
        return new TexturePaint(tile, new Rectangle2D.Double(0, 0, side, side));
    }

    private static Color colour(String hex, double opacity) {
        Color whole = Color.decode(hex);
        return new Color(whole.getRed(), whole.getGreen(), whole.getBlue(), (int) Math.round(255 * opacity));
    }
}
