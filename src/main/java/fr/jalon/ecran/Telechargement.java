package fr.jalon.ecran;

import fr.jalon.socle.DocumentGarde;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A document kept about a person, given back. */
public final class Telechargement {
  private Telechargement() {}

  /** Saved, never opened in the page: whatever it holds, it runs nothing here. */
  public static ResponseEntity<byte[]> de(DocumentGarde d) {
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(d.nature().type()))
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(d.nom(), StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff").body(d.contenu());
  }
}
