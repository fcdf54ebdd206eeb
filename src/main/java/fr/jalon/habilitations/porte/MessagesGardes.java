package fr.jalon.habilitations.porte;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * What the page after an act will say waits in the session until that page is asked for. Who never asks for it (a script, a network that breaks)
 * would make the session heavier with each act, and every request reads it whole: only the last ones are kept.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class MessagesGardes extends SessionFlashMapManager {
  static final int AU_PLUS = 8;

  @Override
  protected void updateFlashMaps(List<FlashMap> messages, HttpServletRequest requete, HttpServletResponse reponse) {
    super.updateFlashMaps(new CopyOnWriteArrayList<>(messages.subList(Math.max(0, messages.size() - AU_PLUS), messages.size())), requete, reponse);
  }
}
