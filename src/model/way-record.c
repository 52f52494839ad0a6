/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record of any kind: values in the places that its field table names, and the same as GObject properties. */
#include "model/way-record.h"

#include "base/way-id.h"

#include <math.h>

typedef struct
{
  char *id;
  char *within;               /* nullable */
  double position;
  gboolean sealed;
  WayValue *values;           /* one for each field of the kind */
} WayRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WayRecord, way_record, G_TYPE_OBJECT)

enum { PROP_ID = 1, PROP_WITHIN, PROP_POSITION, N_OWN_PROPERTIES };

#define PRIVATE(self) ((WayRecordPrivate *) way_record_get_instance_private (self))
#define INFO(self) (WAY_RECORD_GET_CLASS (self)->info)

/**
 * way_value_clear:
 * @value: a value
 *
 * Frees what @value holds and leaves nothing in it.
 */
void
way_value_clear (WayValue *value)
{
  if (value->type == WAY_VALUE_TEXT)
    g_free (value->text);
  else if (value->type == WAY_VALUE_TEXTS)
    g_strfreev (value->texts);
  *value = (WayValue) { 0 };
}

static void
way_value_copy (const WayValue *from,
                WayValue       *to)
{
  *to = *from;
  if (from->type == WAY_VALUE_TEXT)
    to->text = g_strdup (from->text);
  else if (from->type == WAY_VALUE_TEXTS)
    to->texts = g_strdupv (from->texts);
}

static gboolean
way_value_equal (const WayValue *a,
                 const WayValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case WAY_VALUE_TEXT:
      return g_str_equal (a->text, b->text);
    case WAY_VALUE_NUMBER:
      return a->number == b->number;
    case WAY_VALUE_TRUTH:
      return a->truth == b->truth;
    case WAY_VALUE_TEXTS:
      return g_strv_equal ((const char *const *) a->texts, (const char *const *) b->texts);
    case WAY_VALUE_NONE:
    default:
      return TRUE;
    }
}

static void
way_record_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  WayRecord *self = WAY_RECORD (object);

  if (id == PROP_ID)
    g_value_set_string (value, way_record_get_id (self));
  else if (id == PROP_WITHIN)
    g_value_set_string (value, way_record_get_within (self));
  else if (id == PROP_POSITION)
    g_value_set_double (value, way_record_get_position (self));
  else if (G_IS_PARAM_SPEC_DOUBLE (pspec))
    g_value_set_double (value, way_record_get_number (self, id - N_OWN_PROPERTIES));
  else if (G_IS_PARAM_SPEC_BOXED (pspec))
    g_value_set_boxed (value, way_record_get_texts (self, id - N_OWN_PROPERTIES));
  else
    g_value_set_string (value, way_record_get_text (self, id - N_OWN_PROPERTIES));
}

static void
way_record_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  WayRecord *self = WAY_RECORD (object);

  if (id == PROP_ID)
    way_record_set_id (self, g_value_get_string (value));
  else if (id == PROP_WITHIN)
    way_record_set_within (self, g_value_get_string (value));
  else if (id == PROP_POSITION)
    way_record_set_position (self, g_value_get_double (value));
  else if (G_IS_PARAM_SPEC_DOUBLE (pspec))
    way_record_set_number (self, id - N_OWN_PROPERTIES, g_value_get_double (value));
  else if (G_IS_PARAM_SPEC_BOXED (pspec))
    way_record_set_texts (self, id - N_OWN_PROPERTIES, g_value_get_boxed (value));
  else
    way_record_set_text (self, id - N_OWN_PROPERTIES, g_value_get_string (value));
}

static void
way_record_finalize (GObject *object)
{
  WayRecordPrivate *priv = PRIVATE (WAY_RECORD (object));

  for (guint i = 0; i < INFO (WAY_RECORD (object))->n_fields; i++)
    way_value_clear (&priv->values[i]);
  g_free (priv->values);
  g_free (priv->id);
  g_free (priv->within);

  G_OBJECT_CLASS (way_record_parent_class)->finalize (object);
}

static void
way_record_class_init (WayRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = way_record_get_property;
  object_class->set_property = way_record_set_property;
  object_class->finalize = way_record_finalize;

  g_object_class_install_property (object_class, PROP_ID,
    g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_WITHIN,
    g_param_spec_string ("within", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_POSITION,
    g_param_spec_double ("position", NULL, NULL, -G_MAXDOUBLE, HUGE_VAL, HUGE_VAL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

/* The class of one kind: its fields become properties. */
static void
kind_class_init (gpointer klass,
                 gpointer data)
{
  const WayKindInfo *info = data;
  GObjectClass *object_class = klass;

  WAY_RECORD_CLASS (klass)->info = info;
  /* GObject does not let a class inherit these two. */
  object_class->get_property = way_record_get_property;
  object_class->set_property = way_record_set_property;
  for (guint i = 0; i < info->n_fields; i++)
    {
      const WayField *field = &info->fields[i];
      GParamFlags flags = G_PARAM_READWRITE;    /* the name is copied, as "wait_days" becomes "wait-days" */
      GParamSpec *pspec;

      if (field->type == WAY_FIELD_NUMBER || field->type == WAY_FIELD_WHOLE)
        pspec = g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
      else if (field->type == WAY_FIELD_TEXTS || field->type == WAY_FIELD_NAMED_TEXTS)
        pspec = g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
      else
        pspec = g_param_spec_string (field->name, NULL, NULL, NULL, flags);
      g_object_class_install_property (object_class, N_OWN_PROPERTIES + i, pspec);
    }
}

static void
kind_instance_init (GTypeInstance *instance,
                    gpointer       klass)
{
  PRIVATE ((WayRecord *) instance)->values = g_new0 (WayValue, WAY_RECORD_CLASS (klass)->info->n_fields);
}

static char *
dup_type_name (const char *name)
{
  GString *camel = g_string_new ("Way");
  gboolean upper = TRUE;

  for (const char *c = name; *c != '\0'; c++)
    {
      if (*c != '_')
        g_string_append_c (camel, upper ? g_ascii_toupper (*c) : *c);
      upper = *c == '_';
    }
  return g_string_free_and_steal (g_string_append (camel, "Record"));
}

/**
 * way_kind_get_gtype:
 * @kind: a kind of record
 *
 * Returns: the type of its records, a subclass of [class@Record] with a property for each field
 */
GType
way_kind_get_gtype (WayKind kind)
{
  static gsize types[WAY_N_KINDS];

  g_return_val_if_fail (kind > WAY_KIND_NONE && kind < WAY_N_KINDS, G_TYPE_INVALID);

  if (g_once_init_enter (&types[kind]))
    {
      GTypeInfo info = {
        .class_size = sizeof (WayRecordClass),
        .class_init = kind_class_init,
        .class_data = way_kind_get_info (kind),
        .instance_size = sizeof (WayRecord),
        .instance_init = kind_instance_init,
      };
      g_autofree char *name = dup_type_name (way_kind_get_info (kind)->name);

      g_once_init_leave (&types[kind], g_type_register_static (WAY_TYPE_RECORD, name, &info, 0));
    }
  return types[kind];
}

static void
way_record_init (WayRecord *self)
{
  PRIVATE (self)->position = HUGE_VAL;
}

/**
 * way_record_new:
 * @kind: its kind
 * @id: (nullable): its id, or %NULL for a new one
 * @within: (nullable): the id of the record that holds it
 *
 * Makes an empty record, to be put after its siblings until it is given a position.
 *
 * Returns: (transfer full): a record
 */
WayRecord *
way_record_new (WayKind     kind,
                const char *id,
                const char *within)
{
  WayRecord *self = g_object_new (way_kind_get_gtype (kind), NULL);

  PRIVATE (self)->id = id != NULL ? g_strdup (id) : way_id_new ();
  PRIVATE (self)->within = g_strdup (within);
  return self;
}

/**
 * way_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): the same record, free to be changed
 */
WayRecord *
way_record_copy (WayRecord *self)
{
  WayRecordPrivate *priv = PRIVATE (self);
  WayRecord *copy = way_record_new (INFO (self)->kind, priv->id, priv->within);

  PRIVATE (copy)->position = priv->position;
  for (guint i = 0; i < INFO (self)->n_fields; i++)
    way_value_copy (&priv->values[i], &PRIVATE (copy)->values[i]);
  return copy;
}

/**
 * way_record_seal:
 * @self: a record
 *
 * Lets nobody change @self from here on: what is in an edit or came from the workspace is a value. Change a copy.
 */
void
way_record_seal (WayRecord *self)
{
  PRIVATE (self)->sealed = TRUE;
}

/**
 * way_record_equal:
 * @self: a record
 * @other: another
 *
 * Returns: whether both say the same, ids and positions included
 */
gboolean
way_record_equal (WayRecord *self,
                  WayRecord *other)
{
  WayRecordPrivate *a = PRIVATE (self), *b = PRIVATE (other);

  if (INFO (self) != INFO (other) || g_strcmp0 (a->id, b->id) != 0 || g_strcmp0 (a->within, b->within) != 0 ||
      a->position != b->position)
    return FALSE;
  for (guint i = 0; i < INFO (self)->n_fields; i++)
    if (!way_value_equal (&a->values[i], &b->values[i]))
      return FALSE;
  return TRUE;
}

WayKind
way_record_get_kind (WayRecord *self)
{
  return INFO (self)->kind;
}

const WayKindInfo *
way_record_get_info (WayRecord *self)
{
  return INFO (self);
}

const char *
way_record_get_id (WayRecord *self)
{
  return PRIVATE (self)->id;
}

/**
 * way_record_get_within:
 * @self: a record
 *
 * Returns: (nullable): the id of the record that holds it
 */
const char *
way_record_get_within (WayRecord *self)
{
  return PRIVATE (self)->within;
}

/**
 * way_record_get_position:
 * @self: a record
 *
 * Where @self stands among the records of its kind that the same record holds: they are in the order of their positions, then ids.
 *
 * Returns: any finite number, or `HUGE_VAL` for a record that goes last when it is put
 */
double
way_record_get_position (WayRecord *self)
{
  return PRIVATE (self)->position;
}

void
way_record_set_id (WayRecord  *self,
                   const char *id)
{
  g_return_if_fail (!PRIVATE (self)->sealed && id != NULL);

  g_set_str (&PRIVATE (self)->id, id);
}

void
way_record_set_within (WayRecord  *self,
                       const char *within)
{
  g_return_if_fail (!PRIVATE (self)->sealed);

  g_set_str (&PRIVATE (self)->within, within);
}

void
way_record_set_position (WayRecord *self,
                         double     position)
{
  g_return_if_fail (!PRIVATE (self)->sealed);

  PRIVATE (self)->position = position;
}

/**
 * way_record_get_value:
 * @self: a record
 * @field: a place such as %WAY_CARD_TEXT
 *
 * Returns: what the field holds
 */
const WayValue *
way_record_get_value (WayRecord *self,
                      guint      field)
{
  g_return_val_if_fail (field < INFO (self)->n_fields, NULL);

  return &PRIVATE (self)->values[field];
}

/**
 * way_record_has:
 * @self: a record
 * @field: a place such as %WAY_CARD_TEXT
 *
 * Returns: whether the field holds anything
 */
gboolean
way_record_has (WayRecord *self,
                guint      field)
{
  return way_record_get_value (self, field)->type != WAY_VALUE_NONE;
}

/**
 * way_record_get_text:
 * @self: a record
 * @field: a place such as %WAY_CARD_TEXT
 *
 * Returns: (nullable): the text, date, word or id in the field; %NULL when it holds none
 */
const char *
way_record_get_text (WayRecord *self,
                     guint      field)
{
  const WayValue *value = way_record_get_value (self, field);

  return value != NULL && value->type == WAY_VALUE_TEXT ? value->text : NULL;
}

/**
 * way_record_get_number:
 * @self: a record
 * @field: a place such as %WAY_FEELING_VALUE
 *
 * Returns: the number in the field, 0 when it holds none; ask [method@Record.has] where that matters
 */
double
way_record_get_number (WayRecord *self,
                       guint      field)
{
  const WayValue *value = way_record_get_value (self, field);

  return value != NULL && value->type == WAY_VALUE_NUMBER ? value->number : 0;
}

/**
 * way_record_get_texts:
 * @self: a record
 * @field: a place such as %WAY_FEELING_WORDS
 *
 * Returns: (nullable) (array zero-terminated=1): the texts in the field; %NULL when it holds none
 */
const char *const *
way_record_get_texts (WayRecord *self,
                      guint      field)
{
  const WayValue *value = way_record_get_value (self, field);

  return value != NULL && value->type == WAY_VALUE_TEXTS ? (const char *const *) value->texts : NULL;
}

static WayValue *
begin_set (WayRecord *self,
           guint      field)
{
  g_return_val_if_fail (!PRIVATE (self)->sealed && field < INFO (self)->n_fields, NULL);

  way_value_clear (&PRIVATE (self)->values[field]);
  return &PRIVATE (self)->values[field];
}

/**
 * way_record_set_text:
 * @self: a record that is not sealed
 * @field: a place such as %WAY_CARD_TEXT
 * @text: (nullable): UTF-8; an empty text is none
 */
void
way_record_set_text (WayRecord  *self,
                     guint       field,
                     const char *text)
{
  g_autofree char *copy = g_strdup (text);
  WayValue *value = begin_set (self, field);

  if (value != NULL && text != NULL && *text != '\0')
    *value = (WayValue) { .type = WAY_VALUE_TEXT, .text = g_steal_pointer (&copy) };
}

void
way_record_set_number (WayRecord *self,
                       guint      field,
                       double     number)
{
  WayValue *value = begin_set (self, field);

  if (value != NULL)
    *value = (WayValue) { .type = WAY_VALUE_NUMBER, .number = number };
}

void
way_record_set_truth (WayRecord *self,
                      guint      field,
                      gboolean   truth)
{
  WayValue *value = begin_set (self, field);

  if (value != NULL)
    *value = (WayValue) { .type = WAY_VALUE_TRUTH, .truth = truth != FALSE };
}

/**
 * way_record_set_texts:
 * @self: a record that is not sealed
 * @field: a place such as %WAY_FEELING_WORDS
 * @texts: (nullable) (array zero-terminated=1): texts; an empty list is none
 */
void
way_record_set_texts (WayRecord         *self,
                      guint              field,
                      const char *const *texts)
{
  g_auto (GStrv) copy = g_strdupv ((GStrv) texts);
  WayValue *value = begin_set (self, field);

  if (value != NULL && texts != NULL && texts[0] != NULL)
    *value = (WayValue) { .type = WAY_VALUE_TEXTS, .texts = g_steal_pointer (&copy) };
}

void
way_record_clear (WayRecord *self,
                  guint      field)
{
  begin_set (self, field);
}
