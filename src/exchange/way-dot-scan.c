/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and marks of the language of Graphviz. */
#include "exchange/way-dot-scan.h"

#include <string.h>

static void
close_or_tell (WayDotScan *self,
               const char *close,
               guint       opened)
{
  if (g_str_has_prefix (self->at, close))
    self->at += strlen (close);
  else if (self->open_line == 0)
    self->open_line = opened;
}

static void
skip_blanks (WayDotScan *self)
{
  while (*self->at != '\0')
    if (g_str_has_prefix (self->at, "//") || *self->at == '#')
      self->at += strcspn (self->at, "\n");
    else if (g_str_has_prefix (self->at, "/*"))
      {
        guint opened = self->line;

        for (self->at += 2; *self->at != '\0' && !g_str_has_prefix (self->at, "*/"); self->at++)
          self->line += *self->at == '\n';
        close_or_tell (self, "*/", opened);
      }
    else if (g_ascii_isspace (*self->at))
      self->line += *self->at++ == '\n';
    else
      return;
}

/* What stands behind a backslash: "\l" and "\r" end lines too, but need not begin another. */
static void
read_escaped (WayDotScan *self)
{
  if (*self->at == 'N')
    g_string_append (self->word, WAY_DOT_NAME);
  else if (strchr ("nlr", *self->at) == NULL)
    g_string_append_c (self->word, *self->at);
  else if (*self->at == 'n' || self->at[1] != '"')
    g_string_append_c (self->word, '\n');
}

static void
read_quoted (WayDotScan *self)
{
  guint opened = self->line;

  for (self->at++; *self->at != '\0' && *self->at != '"'; self->at++)
    {
      self->line += *self->at == '\n';
      if (*self->at != '\\' || self->at[1] == '\0')
        g_string_append_c (self->word, *self->at);
      else if (*++self->at != '\n')
        read_escaped (self);
      else
        self->line++;
    }
  close_or_tell (self, "\"", opened);
}

/* Quotation marks one after the other, with plus signs between, are one word. */
static void
read_joined (WayDotScan *self)
{
  for (;;)
    {
      const char *before;
      guint line;

      read_quoted (self);
      before = self->at;
      line = self->line;
      skip_blanks (self);
      if (*self->at == '+')
        {
          self->at++;
          skip_blanks (self);
          if (*self->at == '"')
            continue;
        }
      self->at = before;
      self->line = line;
      return;
    }
}

/* A label in HTML, as its text: marks are left out, and a break is a line of its own. */
static void
read_markup (WayDotScan *self)
{
  guint depth = 0, opened = self->line;

  do
    {
      self->line += *self->at == '\n';
      if (*self->at == '<' && depth++ > 0 && g_ascii_strncasecmp (self->at + 1, "br", 2) == 0)
        g_string_append_c (self->word, '\n');
      else if (*self->at == '>')
        depth--;
      else if (depth == 1 && *self->at != '<')
        g_string_append_c (self->word, *self->at);
      self->at++;
    }
  while (*self->at != '\0' && depth > 0);
  if (depth > 0 && self->open_line == 0)
    self->open_line = opened;
}

void
way_dot_scan_next (WayDotScan *self)
{
  g_string_truncate (self->word, 0);
  skip_blanks (self);
  self->token = *self->at;
  self->quoted = self->token == '"' || self->token == '<';
  if (self->token == '\0')
    return;
  if (self->quoted)
    {
      if (self->token == '"')
        read_joined (self);
      else
        read_markup (self);
      self->token = 'w';
    }
  else if (g_str_has_prefix (self->at, "->") || g_str_has_prefix (self->at, "--"))
    {
      self->token = self->at[1];
      self->at += 2;
    }
  else if (strchr ("{}[];,=:", self->token) != NULL)
    self->at++;
  else
    {
      self->token = 'w';
      do
        g_string_append_c (self->word, *self->at++);
      while (*self->at != '\0' && !g_ascii_isspace (*self->at) && strchr ("{}[];,=:\"", *self->at) == NULL &&
             !g_str_has_prefix (self->at, "->") && !g_str_has_prefix (self->at, "--"));
    }
}

/* Whether the token is a word of the language, which may be written in capital letters. */
gboolean
way_dot_scan_is_word (WayDotScan *self,
                      const char *word)
{
  return self->token == 'w' && !self->quoted && g_ascii_strcasecmp (self->word->str, word) == 0;
}
