/** The rules of each input's fields, from `@constraint` in schema.graphql. */
export const constraints = {
  "AcceptInvitationInput": {
    "token": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  },
  "AddContactNoteInput": {
    "content": {
      "isRequired": true,
      "maxLength": 10000,
      "minLength": 1
    }
  },
  "AddNoteInput": {
    "content": {
      "isRequired": true,
      "maxLength": 10000,
      "minLength": 1
    }
  },
  "AddPasskeyInput": {
    "name": {
      "isRequired": true,
      "maxLength": 100,
      "minLength": 1
    },
    "response": {
      "isRequired": true,
      "maxBytes": 16384
    }
  },
  "BeginSingleSignOnInput": {
    "company": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  },
  "ChangePasswordInput": {
    "currentPassword": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    },
    "newPassword": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 10
    }
  },
  "ChangeScheduledMessageInput": {
    "content": {
      "maxLength": 10000,
      "minLength": 1
    },
    "sendAt": {}
  },
  "CreateApiKeyInput": {
    "expiresAt": {},
    "name": {
      "isRequired": true,
      "maxLength": 100,
      "minLength": 1
    },
    "scopes": {
      "isRequired": true
    }
  },
  "CreateCannedReplyInput": {
    "content": {
      "isRequired": true,
      "maxLength": 10000,
      "minLength": 1
    },
    "name": {
      "isRequired": true,
      "maxLength": 50,
      "minLength": 1
    }
  },
  "CreateContactInput": {
    "company": {
      "maxLength": 200
    },
    "email": {
      "format": "EMAIL",
      "maxLength": 320
    },
    "externalId": {
      "maxLength": 500,
      "minLength": 1
    },
    "fields": {
      "maxBytes": 65536
    },
    "metadata": {
      "maxBytes": 16384
    },
    "name": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    },
    "phone": {
      "format": "PHONE",
      "maxLength": 50
    },
    "position": {
      "maxLength": 200
    },
    "source": {
      "maxLength": 200
    }
  },
  "CreateCustomFieldInput": {
    "kind": {
      "isRequired": true
    },
    "name": {
      "isRequired": true,
      "maxLength": 60,
      "minLength": 1
    },
    "options": {}
  },
  "CreateLabelInput": {
    "colour": {},
    "name": {
      "isRequired": true,
      "maxLength": 50,
      "minLength": 1
    }
  },
  "CreateSandboxInput": {
    "name": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  },
  "CreateTenantInput": {
    "name": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  },
  "DeleteTenantInput": {
    "confirmName": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  },
  "DisableTwoFactorInput": {
    "password": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  },
  "EnableTwoFactorInput": {
    "code": {
      "isRequired": true,
      "maxLength": 20,
      "minLength": 1
    },
    "password": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  },
  "EraseContactInput": {
    "confirmName": {
      "maxLength": 200
    }
  },
  "ExportArchiveInput": {
    "purpose": {
      "maxLength": 200,
      "minLength": 1
    }
  },
  "FindOrCreateContactInput": {
    "company": {
      "maxLength": 200
    },
    "email": {
      "format": "EMAIL",
      "maxLength": 320
    },
    "externalId": {
      "maxLength": 500,
      "minLength": 1
    },
    "fields": {
      "maxBytes": 65536
    },
    "metadata": {
      "maxBytes": 16384
    },
    "name": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    },
    "phone": {
      "format": "PHONE",
      "maxLength": 50
    },
    "position": {
      "maxLength": 200
    },
    "source": {
      "maxLength": 200
    }
  },
  "FinishSingleSignOnInput": {
    "code": {
      "isRequired": true,
      "maxLength": 8000,
      "minLength": 1
    },
    "iss": {
      "maxLength": 500
    },
    "state": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  },
  "ImportArchiveInput": {
    "name": {
      "maxLength": 200,
      "minLength": 1
    }
  },
  "InviteMemberInput": {
    "email": {
      "isRequired": true,
      "format": "EMAIL",
      "maxLength": 320,
      "minLength": 1
    },
    "role": {}
  },
  "MergeContactsInput": {
    "choose": {
      "maxBytes": 10000
    }
  },
  "ReceiveMessageInput": {
    "answers": {},
    "content": {
      "isRequired": true,
      "maxLength": 10000,
      "minLength": 1
    },
    "email": {
      "format": "EMAIL",
      "maxLength": 320
    },
    "externalId": {
      "isRequired": true,
      "maxLength": 500,
      "minLength": 1
    },
    "name": {
      "maxLength": 200
    },
    "phone": {
      "format": "PHONE",
      "maxLength": 50
    },
    "source": {
      "maxLength": 200
    },
    "subject": {
      "maxLength": 200
    }
  },
  "RenameConversationInput": {
    "subject": {
      "maxLength": 200
    }
  },
  "RenameTenantInput": {
    "name": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    },
    "slug": {
      "maxLength": 50,
      "minLength": 1
    }
  },
  "RenewRecoveryCodesInput": {
    "password": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  },
  "RequestPasswordResetInput": {
    "email": {
      "isRequired": true,
      "format": "EMAIL",
      "maxLength": 320,
      "minLength": 1
    }
  },
  "ResetPasswordInput": {
    "newPassword": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 10
    },
    "token": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  },
  "SaveContactViewInput": {
    "columns": {
      "maxBytes": 4000
    },
    "filter": {
      "isRequired": true,
      "maxBytes": 10000
    },
    "name": {
      "isRequired": true,
      "maxLength": 50,
      "minLength": 1
    },
    "orderBy": {},
    "search": {}
  },
  "SaveDraftInput": {
    "content": {
      "maxLength": 10000
    }
  },
  "SaveViewInput": {
    "filter": {
      "isRequired": true,
      "maxBytes": 10000
    },
    "name": {
      "isRequired": true,
      "maxLength": 50,
      "minLength": 1
    },
    "orderBy": {}
  },
  "ScheduleMessageInput": {
    "content": {
      "isRequired": true,
      "maxLength": 10000,
      "minLength": 1
    },
    "expectedNumber": {},
    "sendAt": {
      "isRequired": true
    }
  },
  "SendMessageInput": {
    "content": {
      "isRequired": true,
      "maxLength": 10000,
      "minLength": 1
    },
    "expectedNumber": {},
    "externalId": {
      "maxLength": 500,
      "minLength": 1
    },
    "senderId": {
      "maxLength": 200
    },
    "senderType": {}
  },
  "SetDeliveryStateInput": {
    "reason": {
      "maxLength": 500
    },
    "state": {
      "isRequired": true
    }
  },
  "SetSingleSignOnInput": {
    "clientId": {
      "isRequired": true,
      "maxLength": 300,
      "minLength": 1
    },
    "clientSecret": {
      "isRequired": true,
      "maxLength": 1000,
      "minLength": 1
    },
    "issuer": {
      "isRequired": true,
      "maxLength": 500,
      "minLength": 1
    },
    "role": {}
  },
  "SignInInput": {
    "code": {
      "maxLength": 50
    },
    "email": {
      "isRequired": true,
      "maxLength": 320,
      "minLength": 1
    },
    "password": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  },
  "SignInWithLinkInput": {
    "token": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  },
  "SignInWithPasskeyInput": {
    "response": {
      "isRequired": true,
      "maxBytes": 16384
    }
  },
  "SignUpInput": {
    "companyName": {
      "maxLength": 200,
      "minLength": 1
    },
    "email": {
      "isRequired": true,
      "format": "EMAIL",
      "maxLength": 320,
      "minLength": 1
    },
    "name": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    },
    "password": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 10
    }
  },
  "StartConversationInput": {
    "externalId": {
      "maxLength": 500,
      "minLength": 1
    },
    "subject": {
      "maxLength": 200
    }
  },
  "StartImportInput": {
    "name": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    },
    "onDuplicate": {},
    "rowCount": {},
    "settings": {
      "maxBytes": 16384
    }
  },
  "SuspendTenantInput": {
    "reason": {
      "isRequired": true,
      "maxLength": 500,
      "minLength": 1
    }
  },
  "UpdateCannedReplyInput": {
    "content": {
      "maxLength": 10000,
      "minLength": 1
    },
    "name": {
      "maxLength": 50,
      "minLength": 1
    }
  },
  "UpdateContactInput": {
    "company": {
      "maxLength": 200
    },
    "email": {
      "format": "EMAIL",
      "maxLength": 320
    },
    "fields": {
      "maxBytes": 65536
    },
    "metadata": {
      "maxBytes": 16384
    },
    "name": {
      "maxLength": 200,
      "minLength": 1
    },
    "phone": {
      "format": "PHONE",
      "maxLength": 50
    },
    "position": {
      "maxLength": 200
    },
    "source": {
      "maxLength": 200
    }
  },
  "UpdateCustomFieldInput": {
    "name": {
      "maxLength": 60,
      "minLength": 1
    },
    "options": {}
  },
  "UpdateLabelInput": {
    "colour": {},
    "name": {
      "maxLength": 50,
      "minLength": 1
    }
  },
  "UpdateProfileInput": {
    "name": {
      "isRequired": true,
      "maxLength": 200,
      "minLength": 1
    }
  }
} as const;

/** What `extensions.code` of an error can be, from schema.graphql. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'EVENTS_EXPIRED'
  | 'FORBIDDEN'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'INTERNAL_SERVER_ERROR'
  | 'NOT_FOUND'
  | 'ONE_COMPANY_ONLY'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'OPERATION_TOO_LARGE'
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  | 'SERVICE_UNAVAILABLE'
  | 'TENANT_NOT_FOUND'
  | 'TENANT_READ_ONLY'
  | 'TENANT_REQUIRED'
  | 'TENANT_SUSPENDED'
  | 'TOO_MANY_REQUESTS'
  | 'UNAUTHENTICATED';
