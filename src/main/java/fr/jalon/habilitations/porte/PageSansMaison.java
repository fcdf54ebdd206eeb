package fr.jalon.habilitations.porte;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * What the web server answers by itself, to a request so malformed that it never reaches the application: an impossible encoding of the
 * address, headers too long. The same sentence as everywhere, without the layout.
 */
public final class PageSansMaison extends ErrorReportValve {
  @Override
  protected void report(Request requete, Response reponse, Throwable panne) {
    if (reponse.getStatus() < 400 || reponse.getContentWritten() > 0 || !reponse.setErrorReported()) {
      return;
    }
    try {
      reponse.setContentType("text/html");
      reponse.setCharacterEncoding("utf-8");
      Writer sortie = reponse.getReporter();
      if (sortie != null) {
        sortie.write("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Demande refusée — Jalon</title></head><body><h1>Demande refusée</h1><p>"
            + (reponse.getStatus() >= 500 ? "Une erreur est survenue. Recommencez dans un instant ; si elle revient, prévenez l'assistance."
                : "L'adresse ou le formulaire reçu ne peut pas être lu : il est trop long, ou contient des caractères impossibles. Revenez à la page précédente et recommencez.")
            + "</p></body></html>");
        reponse.finishResponse();
      }
    } catch (IOException | IllegalStateException _) {
      // the visitor has gone
    }
  }
}
