package fr.jalon.habilitations.porte;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/** A refused request, as the page that says why sees it: a reading, without parameters. Whatever that page asks, nothing of the body is read. */
final class RequeteSansCorps extends HttpServletRequestWrapper {
  RequeteSansCorps(HttpServletRequest requete) {
    super(requete);
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getQueryString() {
    return null;
  }

  @Override
  public String getContentType() {
    return null;
  }

  @Override
  public int getContentLength() {
    return 0;
  }

  @Override
  public long getContentLengthLong() {
    return 0;
  }

  @Override
  public String getParameter(String nom) {
    return null;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public String[] getParameterValues(String nom) {
    return null;
  }

  @Override
  public Collection<Part> getParts() {
    return List.of();
  }

  @Override
  public Part getPart(String nom) {
    return null;
  }

  @Override
  public ServletInputStream getInputStream() {
    throw new IllegalStateException("Le corps d'une demande refusée n'est pas lu");
  }

  @Override
  public BufferedReader getReader() {
    throw new IllegalStateException("Le corps d'une demande refusée n'est pas lu");
  }
}
