package io.jenkins.plugins.gotoolchain.jenkins.network;

import io.jenkins.plugins.gotoolchain.diagnose.timeline.TimelinePicture;
import java.util.List;

/** A download's picture as a page asks for it: the elements are the page's own, so that nothing is put there as it is. */
public final class DownloadPicture {

    private final TimelinePicture picture;

    DownloadPicture(TimelinePicture picture) {
        this.picture = picture;
    }

    public String getViewBox() {
        return "0 0 " + TimelinePicture.WIDTH + " " + TimelinePicture.HEIGHT;
    }

    public String getTitle() {
        return picture.title();
    }

    public String getAxes() {
        return picture.axes();
    }

    public String getCurve() {
        return picture.curve();
    }

    /** Each as its path, its dashes and its title. */
    public List<String[]> getSilences() {
        return picture.silences().stream().map(DownloadPicture::parts).toList();
    }

    /** Each as its path, its dashes and its title. */
    public List<String[]> getBreaks() {
        return picture.breaks().stream().map(DownloadPicture::parts).toList();
    }

    /** Each as its place, x and y, and its title. */
    public List<String[]> getSpots() {
        return picture.spots().stream().map(spot -> new String[] {spot.x(), spot.y(), spot.title()}).toList();
    }

    /** Each as the place where it ends, x and y, and its text. */
    public List<String[]> getLabels() {
        return picture.labels().stream().map(label -> new String[] {"" + label.x(), "" + label.y(), label.text()}).toList();
    }

    private static String[] parts(TimelinePicture.Shape shape) {
        return new String[] {shape.path(), shape.dash(), shape.title()};
    }
}
