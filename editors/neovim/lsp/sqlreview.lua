-- For Neovim 0.11 and newer: vim.lsp.enable('sqlreview').
return require('sqlreview.config').defaults()
